import { checkTurns } from './measure/draft-turns';
import { readEsconv } from './measure/esconv';
import { loadCodeModel } from './measure/codes';
const codeModel = loadCodeModel('.');
const want = process.argv[2]?.split(',');
let n=0,f=0;
for (const d of readEsconv('/work/shared/data').filter(d=>!d.judges)) for (const {before,draft,check} of checkTurns(d,codeModel)) {
  n++; if (check.flags.length===0) continue; f++;
  for (const fl of check.flags) if (!want || want.includes(fl.id)) {
    const c = before.filter(b=>b.side==='client').slice(-2).map(b=>b.text.slice(-150)).join(' / ');
    console.log(`[${fl.id}] C: ${c}\n   S: ${draft.slice(0,260)}\n   => ${fl.spans.map(s=>s.text.slice(0,90)).join(' || ')}`);
  }
}
console.log(n,f);
