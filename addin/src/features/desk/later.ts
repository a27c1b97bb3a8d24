import { laterChunk } from '../../ui/later-chunk.ts'
import { laterPart } from '../../ui/later-part.tsx'

export const laterDesk = laterChunk(() => import('./FormLinks.tsx'))

export const FormLinks = laterPart(laterDesk, (parts) => parts.FormLinks)
