import { getMigrations } from 'better-auth/db/migration'
import { describe, expect, it } from 'vitest'
import { testService } from '../testing/harness.ts'

// The library is told `sqlite` on both stores (auth.ts), so it can be asked on SQLite only; the tables are the same.
describe('the account library', () => {
  it('finds its tables in our migrations as it expects them', async () => {
    const { auth } = await testService({ accounts: false })
    const { toBeCreated, toBeAdded } = await getMigrations(auth.options)
    expect({ toBeCreated, toBeAdded }).toEqual({ toBeCreated: [], toBeAdded: [] })
  })
})
