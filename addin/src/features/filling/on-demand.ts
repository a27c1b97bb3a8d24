/** What filling shows beyond the first look; one chunk, so that one fetch brings it all. Reached through `later.ts`. */
export { CarryPanel } from './CarryPanel.tsx'
export { LedgerList } from './LedgerList.tsx'
export { OutdatedTemplate } from './OutdatedTemplate.tsx'
export { ScoreTable } from './ScoreTable.tsx'
export { Unrecognised } from './Unrecognised.tsx'
export { PastValues } from './PastValues.tsx'
export { WorkingLines } from './WorkingLines.tsx'
