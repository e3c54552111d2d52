import { countDrafts } from './measure/drafts';
import { checkTurns } from './measure/draft-turns';
import { readEsconv } from './measure/esconv';
import { loadCodeModel } from './measure/codes';
for (const set of ['first','fresh'] as const) { const {all,good,silent}=countDrafts('.','rules',set); console.log(set,'P',(all.right/all.given).toFixed(3),'R',(all.right/all.wanted).toFixed(3),'S',(silent/good).toFixed(3)); }
const cm=loadCodeModel('.'); let n=0,f=0; for(const d of readEsconv('/work/shared/data').filter(d=>!d.judges)) for (const t of checkTurns(d,cm)){n++; if(t.check.flags.length)f++;} console.log(n,f,f/n);
