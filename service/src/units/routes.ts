import type { Pack } from '@kaohe/shared-rules'
import { Hono, type Context } from 'hono'
import { z } from 'zod'
import { changingAccounts } from '../accounts/accounts.ts'
import type { AccountDeps } from '../accounts/account-routes.ts'
import { generatePassword } from '../accounts/generate-password.ts'
import { seesAll, signedIn, type Env } from '../access/guard.ts'
import { chinaDay } from '../clock.ts'
import { ProblemError } from '../problem.ts'
import type { RegisteredUnit } from '../register/registered-unit.ts'
import { registeredUnits } from '../register/store.ts'
import { validated } from '../validated.ts'
import { csvOf, figure, text } from '../workbooks/table.ts'
import {
  newContactsSchema,
  decideContacts,
  listDecisionSchema,
  newUnitSchema,
  putContacts,
  putUnit,
  unitChangeSchema,
  type Acting,
} from './change-units.ts'
import { dutyTitles, missingDuties, type Duty } from './contacts.ts'
import { handOver, handOverSchema } from './hand-over.ts'
import { contactLists, inForce } from './store.ts'

export interface UnitDeps extends AccountDeps {
  readonly pack: Pack
}

const kindTitles: Readonly<Record<RegisteredUnit['kind'], string>> = {
  town: '镇街',
  department: '区直',
  stationed: '驻区单位',
  other: '其他',
}

/** The register of units: who they are, from when to when, and whom to ask there. A unit sees and proposes its own contacts. */
export function unitRoutes(deps: UnitDeps) {
  const { db, campaign, pack, clock, auth } = deps
  const acting = (c: Context<Env>): Acting => {
    const { id: account, username: actor } = signedIn(c)
    return { campaign, pack, account, actor, at: clock.now() }
  }
  const register = async () => {
    const units = await registeredUnits(db, campaign.id)
    const lists = await contactLists(db, campaign.id)
    const today = chinaDay(clock.now())
    return units.map((unit) => {
      const contacts = inForce(lists, unit.id)
      const proposed = lists.filter((list) => list.unit === unit.id && list.status === 'proposed').length
      return { ...unit, contacts, missing: missingDuties(contacts, today), proposed }
    })
  }
  /** The unit, if this account may see inside it. */
  const seen = async (c: Context<Env>) => {
    const { role, unit: own } = signedIn(c)
    const id = c.req.param('unit')
    const unit = (await register()).find((one) => one.id === id)
    if (!unit || (!seesAll(role) && own !== unit.id)) throw new ProblemError({ type: 'not-found' })
    return unit
  }
  const shown = async (c: Context<Env>) => {
    const unit = await seen(c)
    return { unit, lists: await contactLists(db, campaign.id, unit.id) }
  }
  return new Hono<Env>()
    .use(async (c, next) => {
      c.header('Cache-Control', 'no-store')
      await next()
    })
    .get('/register', async (c) => c.json({ units: await register() }))
    .get('/table', async (c) => {
      const duties = Object.keys(dutyTitles) as Duty[]
      const head = ['机构序', '单位', '类别', '组', '起', '止', ...duties.map((duty) => dutyTitles[duty])]
      const rows = (await register()).map(({ order, name, kind, pool, from, to, contacts }) => [
        figure(order),
        text(name),
        text(kindTitles[kind]),
        text(pack.pools.find(({ id }) => id === pool)?.title ?? '不排名'),
        text(from),
        text(to),
        ...duties.map((duty) =>
          text(
            contacts
              .filter((contact) => contact.duty === duty)
              .map((contact) => `${contact.name} ${contact.phone}`)
              .join('；'),
          ),
        ),
      ])
      return c.body(csvOf({ head, rows }), 200, { 'Content-Type': 'text/csv; charset=utf-8' })
    })
    .get('/:unit', async (c) => c.json(await shown(c)))
    .post('/', validated('json', newUnitSchema), async (c) => {
      const unit = await db.transaction().execute((trx) => putUnit(trx, acting(c), c.req.valid('json'), true))
      return c.json({ unit }, 201)
    })
    .post('/:unit/change', validated('json', unitChangeSchema), async (c) => {
      const given = { ...c.req.valid('json'), id: c.req.param('unit') }
      const unit = await db.transaction().execute((trx) => putUnit(trx, acting(c), given, false))
      return c.json({ unit })
    })
    .post('/:unit/contacts', validated('json', newContactsSchema), async (c) => {
      const { id } = await seen(c)
      const { role, username } = signedIn(c)
      const given = { ...c.req.valid('json'), approvedBy: role === 'office' ? username : null }
      const list = await db.transaction().execute((trx) => putContacts(trx, acting(c), id, given))
      return c.json({ list }, 201)
    })
    .post('/:unit/contacts/:list/decision', validated('json', listDecisionSchema), async (c) => {
      const { id: unit } = await seen(c)
      const parsed = z.coerce.number().int().safeParse(c.req.param('list'))
      if (!parsed.success) throw new ProblemError({ type: 'not-found' })
      const place = { unit, number: parsed.data }
      await db.transaction().execute((trx) => decideContacts(trx, acting(c), place, c.req.valid('json')))
      return c.json(await shown(c))
    })
    .post('/:unit/hand-over', validated('json', handOverSchema), async (c) => {
      const { id } = await seen(c)
      const { password: hasher } = await auth.$context
      const initialPassword = generatePassword()
      const stored = { hash: await hasher.hash(initialPassword), kind: 'initial' as const }
      const as = acting(c)
      await changingAccounts(deps, as, (change) => handOver(change, as, id, c.req.valid('json'), stored))
      deps.accountsChanged()
      return c.json({ ...(await shown(c)), initialPassword })
    })
}
