/**
 * Prints how long the first hints of a process take, in milliseconds as JSON: with nothing done before, or
 * after `prepareDeviceHints` with --prepared. A process of its own, since only the first call counts.
 */
import { prepareDeviceHints } from '@/utils/suggestions/device/prepare';
import { suggestOnDevice } from '@/utils/suggestions/device/suggest';

if (process.argv.includes('--prepared')) prepareDeviceHints();
const start = performance.now();
suggestOnDevice({
  messages: [{ id: '1', side: 'client', text: 'i failed my exam again and i keep telling my mum im fine' }],
  readings: () => null,
  round: 0,
});
process.stdout.write(JSON.stringify(performance.now() - start));
