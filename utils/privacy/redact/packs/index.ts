import au from './au.json';
import ca from './ca.json';
import de from './de.json';
import fr from './fr.json';
import gb from './gb.json';
import ie from './ie.json';
import ind from './in.json';
import international from './international.json';
import nz from './nz.json';
import sg from './sg.json';
import us from './us.json';
import { packSchema, type Pack } from '../pack-schema';

/**
 * The countries whose shapes are known. All are used at once: a client may write from anywhere.
 * A new country is one more file here.
 */
export const packs: readonly Pack[] = [gb, ie, us, ca, au, nz, sg, ind, de, fr, international].map((pack) =>
  packSchema.parse(pack),
);
