import { MemoryRecords } from '../support/memory-records';
import { recordsSuite } from './records-suite';

recordsSuite('in memory', async () => ({
  records: new MemoryRecords(),
  inside: (work) => work(),
  settleIndex: async () => undefined,
}));
