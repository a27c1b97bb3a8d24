import type { Targets, Unit } from '../../shared-rules/src/index.ts'
import { silentLog } from '../../service/src/log.ts'
import { demoClock } from '../../service/src/clock.ts'
import { openService } from '../../service/src/open-service.ts'
import { targetsOf } from '../../service/src/register/store.ts'

export const campaign = 'haizhou-2019'
export const secret = 'a secret that only the benchmark of this repository uses'
/** 18 June 2019, 9:00 in China: reports for the first half of June are due. */
export const start = new Date('2019-06-18T09:00:00+08:00')

/** A unit with a clerk who is signed in. */
export interface Clerk {
  readonly unit: Unit
  readonly targets: Targets
  readonly token: string
}

/** A fresh database with the shipped campaign and so many towns more, each with the targets of one town and a clerk who has signed in. */
export async function prepareCampaign(databaseUrl: string, towns: number): Promise<readonly Clerk[]> {
  const { db, auth, close } = await openService({
    databaseUrl,
    sessionSecret: secret,
    campaign,
    clock: demoClock(start),
    log: silentLog,
    publicUrl: null,
    officeJs: null,
    trustProxy: false,
    https: false,
  })
  const targets = (await targetsOf(db, campaign, '2019-12-31'))['xinxing'] ?? {}
  const { internalAdapter } = await auth.$context
  const clerks: Clerk[] = []
  for (let at = 0; at < towns; at += 1) {
    const unit = { id: `town-${at.toString()}`, name: `第${at.toString()}镇`, pool: 'town', order: 1000 + at }
    const { order, ...named } = unit
    await db
      .insertInto('unit')
      .values({ ...named, campaign, kind: 'town', position: order })
      .execute()
    const issued = Object.entries(targets).map(([key, value]) => ({ campaign, issue: 1, unit: unit.id, key, value }))
    await db.insertInto('target').values(issued).execute()
    const account = await internalAdapter.createUser(
      { username: unit.id, name: unit.name, role: 'clerk', unit: unit.id, email: `${unit.id}@kaohe.invalid` },
      { method: 'admin' },
    )
    const { token } = await internalAdapter.createSession(account.id)
    clerks.push({ unit, targets, token })
  }
  await close()
  return clerks
}
