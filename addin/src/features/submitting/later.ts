import { laterChunk } from '../../ui/later-chunk.ts'
import { laterPart } from '../../ui/later-part.tsx'

export const laterSubmitting = laterChunk(() => import('./on-demand.ts'))

export const NumbersNotice = laterPart(laterSubmitting, (parts) => parts.NumbersNotice, null)
export const ReceiptList = laterPart(laterSubmitting, (parts) => parts.ReceiptList)
export const ReceiptView = laterPart(laterSubmitting, (parts) => parts.ReceiptView)
export const SendingNotice = laterPart(laterSubmitting, (parts) => parts.SendingNotice)
export const Submit = laterPart(laterSubmitting, (parts) => parts.Submit)
