// Ends with 0 when the service on this machine can work. A certificate for another name does not matter to this question.
const { PORT: port = '3000', TLS_CERT: cert } = process.env
process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0'
const answer = await fetch(`${cert ? 'https' : 'http'}://127.0.0.1:${port}/readyz`).catch(() => null)
process.exit(answer?.ok ? 0 : 1)
