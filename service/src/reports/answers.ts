import { z } from 'zod'
import { receiptSchema } from './receipt.ts'

const receipt = z.strictObject({ receipt: receiptSchema })

export const reportAnswers = {
  'POST /api/v1/submissions': receipt,
  'GET /api/v1/receipts/:number': receipt,
}
