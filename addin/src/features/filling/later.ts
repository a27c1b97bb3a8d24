import { laterChunk } from '../../ui/later-chunk.ts'
import { laterPart } from '../../ui/later-part.tsx'

export const laterFilling = laterChunk(() => import('./on-demand.ts'))

export const CarryPanel = laterPart(laterFilling, (parts) => parts.CarryPanel)
export const LedgerList = laterPart(laterFilling, (parts) => parts.LedgerList)
export const OutdatedTemplate = laterPart(laterFilling, (parts) => parts.OutdatedTemplate)
export const ScoreTable = laterPart(laterFilling, (parts) => parts.ScoreTable)
export const Unrecognised = laterPart(laterFilling, (parts) => parts.Unrecognised)
export const PastValues = laterPart(laterFilling, (parts) => parts.PastValues)
export const CorrectionBar = laterPart(laterFilling, (parts) => parts.CorrectionBar, null)
export const ReturnedNote = laterPart(laterFilling, (parts) => parts.ReturnedNote, null)
export const WorkingLines = laterPart(laterFilling, (parts) => parts.WorkingLines)
