import { z } from 'zod'
import { amountText } from '../decimal-text.ts'
import { identifier, label } from './identifier.ts'

/** 排名组: units that are ranked among themselves, and the points they can reach. */
export const poolSchema = z.strictObject({ id: identifier, title: label, fullMark: amountText })
