import { createDemoAccounts } from '../accounts/accounts.ts'
import { silentLog } from '../log.ts'
import { openService } from '../open-service.ts'
import { everybody, testPassword, testSecret, testStart } from './people.ts'
import type { Furnished } from './store-names.ts'

/** Makes of an empty database one that tests begin with. */
export async function furnish(databaseUrl: string, furnished: Exclude<Furnished, 'empty'>): Promise<void> {
  const service = await openService({
    databaseUrl,
    sessionSecret: testSecret,
    campaign: 'haizhou-2019',
    clock: { now: () => testStart, demo: true },
    log: silentLog,
    publicUrl: null,
    officeJs: null,
    trustProxy: true,
    https: false,
  })
  if (furnished === 'people') await createDemoAccounts(service.auth, everybody(service.units), testPassword)
  await service.close()
}
