import type { Role } from '../../service/src/access/rules.ts'
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

const openBench = (databaseUrl: string) =>
  openService({
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

type Auth = Awaited<ReturnType<typeof openBench>>['auth']

async function signedIn(auth: Auth, username: string, role: Role, unit: string | null): Promise<string> {
  const { internalAdapter } = await auth.$context
  const account = await internalAdapter.createUser(
    { username, name: username, role, unit, email: `${username}@kaohe.invalid` },
    { method: 'admin' },
  )
  return (await internalAdapter.createSession(account.id)).token
}

/** A fresh database with the shipped campaign and so many towns more, each with the targets of one town and a clerk who has signed in. */
export async function prepareCampaign(databaseUrl: string, towns: number): Promise<readonly Clerk[]> {
  const { db, auth, close } = await openBench(databaseUrl)
  const targets = (await targetsOf(db, campaign, '2019-12-31'))['xinxing'] ?? {}
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
    clerks.push({ unit, targets, token: await signedIn(auth, unit.id, 'clerk', unit.id) })
  }
  await close()
  return clerks
}

/** Tokens of people who are signed in: verifiers of the bureau of projects, and the office. */
export async function prepareStaff(databaseUrl: string, of: { readonly verifiers: number; readonly office: number }) {
  const { auth, close } = await openBench(databaseUrl)
  const several = async (count: number, name: string, role: Role, unit: string | null): Promise<readonly string[]> => {
    const tokens: string[] = []
    for (let at = 0; at < count; at += 1) tokens.push(await signedIn(auth, `${name}-${at.toString()}`, role, unit))
    return tokens
  }
  const verifiers = await several(of.verifiers, 'verify', 'verifier', 'drc')
  const office = await several(of.office, 'office', 'office', null)
  await close()
  return { verifiers, office }
}
