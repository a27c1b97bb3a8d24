import { laterChunk } from '../../ui/later-chunk.ts'
import { laterPart } from '../../ui/later-part.tsx'

const laterEvidence = laterChunk(() => import('./UnsentEvidence.tsx'))

export const UnsentEvidence = laterPart(laterEvidence, (parts) => parts.UnsentEvidence, null)
