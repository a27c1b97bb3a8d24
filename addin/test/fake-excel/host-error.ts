/** A refusal with the code that Excel gives; office.js makes its own error of it. */
export class HostError extends Error {
  readonly code: string

  constructor(code: string, message: string) {
    super(message)
    this.code = code
  }
}

export function accessDenied(): HostError {
  return new HostError('AccessDenied', 'You do not have permissions to perform the requested operation.')
}

export function itemNotFound(): HostError {
  return new HostError('ItemNotFound', "The requested resource doesn't exist.")
}

export function invalidArgument(message: string): HostError {
  return new HostError('InvalidArgument', message)
}

/** Fails loudly: a test must never pass because the fake host did nothing. */
export function notModelled(what: string): HostError {
  return new HostError('NotImplemented', `fake host: ${what} not modelled`)
}
