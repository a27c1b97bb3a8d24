export type Role = 'clerk' | 'verifier' | 'office'

/** Who may call a route at all. What of it they may see is decided by the handler, from the account alone. */
export type AccessRule = 'anyone' | 'signed-in' | readonly Role[]

/**
 * The route table. A route that is not listed answers as if it did not exist, and access.test.ts fails until it is listed;
 * a listed route that is gone fails it, too.
 */
export const accessRules: Readonly<Record<string, AccessRule>> = {
  'GET /livez': 'anyone',
  'GET /readyz': 'anyone',
  // A monitor has no account. No figure, unit or name is among what it is told.
  'GET /metrics': 'anyone',
  'GET /api': 'anyone',
  'GET /api/v1/openapi.json': 'anyone',
  'POST /api/v1/auth/sign-in/username': 'anyone',
  'POST /api/v1/auth/sign-out': 'signed-in',
  'GET /api/v1/me': 'signed-in',
  'GET /api/v1/pack': 'signed-in',
  'GET /api/v1/units': 'signed-in',
  'GET /api/v1/standing': ['clerk'],
  'POST /api/v1/submissions': ['clerk'],
  'GET /api/v1/receipts/:number': ['clerk', 'office'],
  'GET /api/v1/verifications': ['verifier', 'office'],
  'POST /api/v1/verifications': ['verifier', 'office'],
  'POST /api/v1/verifications/supplies': ['verifier', 'office'],
  'GET /api/v1/verifications/disputes': ['verifier', 'office'],
  'GET /api/v1/rankings': ['office'],
  'GET /api/v1/windows': 'signed-in',
  'POST /api/v1/windows/:window/lock': ['office'],
  'POST /api/v1/windows/:window/reopenings': ['office'],
  'GET /api/v1/board': ['office'],
  'GET /api/v1/findings': ['clerk', 'office'],
  'POST /api/v1/findings': ['office'],
  'POST /api/v1/findings/:finding/reply': ['clerk'],
  'POST /api/v1/findings/:finding/lifting': ['office'],
  'GET /api/v1/runs': 'signed-in',
  'POST /api/v1/runs': ['office'],
  'GET /api/v1/runs/:run': 'signed-in',
  'GET /api/v1/runs/:run/tables/:table': 'signed-in',
  'GET /api/v1/runs/:run/workbook': 'signed-in',
  'GET /api/v1/runs/:run/reexecution': 'signed-in',
  'POST /api/v1/runs/:run/awards/:award': ['office'],
  'POST /api/v1/runs/:run/signature': ['office'],
  'POST /api/v1/runs/:run/publication': ['office'],
  'GET /api/v1/audit': ['office'],
  'GET /api/v1/forms': 'signed-in',
  'GET /api/v1/forms/:form/workbook': 'signed-in',
  'GET /api/v1/forms/:form/grid': 'signed-in',
  'GET /': 'anyone',
  'GET /workbench': 'anyone',
  'GET /manifest.xml': 'anyone',
  'GET /assets/*': 'anyone',
  'GET /icons/*': 'anyone',
  'GET /office-js/*': 'anyone',
  'GET /*': 'anyone',
}
