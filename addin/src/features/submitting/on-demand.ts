/** What reporting shows and computes once somebody presses for it; one chunk, so that one fetch brings it all. Reached through `later.ts`. */
export { draftOf, isReady, submissionOf } from './draft.ts'
export { NumbersNotice } from './NumbersNotice.tsx'
export { ReceiptList } from './ReceiptList.tsx'
export { ReceiptView } from '../../ui/ReceiptView.tsx'
export { SendingNotice } from './SendingNotice.tsx'
export { Submit } from './Submit.tsx'
