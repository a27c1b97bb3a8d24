import { z } from 'zod'
import { registeredUnitSchema } from '../register/registered-unit.ts'
import { contactSchema, dutySchema } from './contacts.ts'
import { contactListSchema } from './store.ts'

const shownUnitSchema = registeredUnitSchema
  .extend({
    contacts: z.array(contactSchema),
    /** Duties that nobody has today and somebody should. */
    missing: z.array(dutySchema),
    /** Lists that wait for the office. */
    proposed: z.int(),
  })
  .meta({ id: 'RegisteredUnit' })
const unit = z.strictObject({ unit: registeredUnitSchema })
const shown = z.strictObject({ unit: shownUnitSchema, lists: z.array(contactListSchema) })

export const unitAnswers = {
  'GET /api/v1/units/register': z.strictObject({ units: z.array(shownUnitSchema) }),
  'GET /api/v1/units/:unit': shown,
  'POST /api/v1/units': unit,
  'POST /api/v1/units/:unit/change': unit,
  'POST /api/v1/units/:unit/contacts': z.strictObject({ list: contactListSchema }),
  'POST /api/v1/units/:unit/contacts/:list/decision': shown,
  'POST /api/v1/units/:unit/hand-over': shown.extend({ initialPassword: z.string() }),
}
