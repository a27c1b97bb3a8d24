import { HostError, notModelled } from './host-error.ts'
import { isHostObject, type HostObject, type Member } from './objects/host-object.ts'

interface Arguments {
  readonly Arguments?: readonly unknown[] | null
  readonly ReferencedObjectPathIds?: readonly (number | null)[] | null
}

interface ObjectPath {
  readonly ObjectPathType: number
  readonly Name: string
  readonly ParentObjectPathId?: number
  readonly ArgumentInfo?: Arguments
}

interface Action {
  readonly Id: number
  readonly ActionType: number
  readonly Name?: string
  readonly ObjectPathId: number
  readonly ArgumentInfo?: Arguments
  readonly QueryInfo?: { readonly Select?: readonly string[]; readonly Skip?: number; readonly Top?: number }
}

/** What office.js sends for one `context.sync()`. */
export interface HostRequest {
  readonly Actions: readonly Action[]
  readonly ObjectPaths: Readonly<Record<string, ObjectPath>>
}

export interface HostResponse {
  readonly Results: readonly { readonly ActionId: number; readonly Value: unknown }[]
  readonly TraceIds: readonly number[]
  readonly Error?: Readonly<Record<string, unknown>>
}

/** A change of the workbook that came over the wire. */
export interface Write {
  readonly object: string
  readonly member: string
  readonly place?: string
}

/** Objects that office.js keeps from one request to the next, by the reference it was given. */
export interface KeptObjects {
  readonly byReference: Map<string, HostObject>
  readonly references: WeakMap<HostObject, string>
}

export function keptObjects(): KeptObjects {
  return { byReference: new Map(), references: new WeakMap() }
}

/** Telemetry and the like: answers everything with nothing. */
const internalService: HostObject = { type: 'InternalService' }

/**
 * Carries out one request, action by action, and stops at the first that fails, as Excel does.
 * Knows the protocol and nothing of Excel: what there is, the objects say.
 */
export function execute(
  request: HostRequest,
  root: HostObject,
  kept: KeptObjects,
  wrote: (write: Write) => void,
): HostResponse {
  const resolved = new Map<number, HostObject | null>()
  const results: { ActionId: number; Value: unknown }[] = []
  const traceIds: number[] = []
  for (const [index, action] of request.Actions.entries()) {
    try {
      if (action.ActionType === 5) traceIds.push(action.Id)
      results.push({ ActionId: action.Id, Value: action.ActionType === 5 ? null : perform(action) })
    } catch (error) {
      const { code, message } =
        error instanceof HostError ? error : { code: 'GeneralException', message: String(error) }
      const location = request.ObjectPaths[action.ObjectPathId]?.Name
      const details = { Code: code, Message: message, Location: location, ActionIndex: index, HttpStatusCode: 400 }
      return { Error: details, Results: results, TraceIds: traceIds }
    }
  }
  return { Results: results, TraceIds: traceIds }

  function perform(action: Action): unknown {
    const object = resolve(action.ObjectPathId)
    if (object === null || object === internalService) return null
    const name = action.Name ?? ''
    switch (action.ActionType) {
      case 1:
        return identity(object)
      case 2:
        return query(object, action.QueryInfo ?? {})
      case 3:
        if (name === '_KeepReference') return keep(object)
        if (name === '_ReleaseReference' || name === '_RemoveReference') return null
        return invoke(object, name, argumentsOf(action.ArgumentInfo)) ?? null
      case 4:
        return assign(object, name, argumentsOf(action.ArgumentInfo))
      default:
        throw notModelled(`action type ${String(action.ActionType)}`)
    }
  }

  function resolve(id: number): HostObject | null {
    const known = resolved.get(id)
    if (known !== undefined) return known
    const path = request.ObjectPaths[id]
    if (!path) throw notModelled(`object path ${String(id)}`)
    const found = follow(path)
    resolved.set(id, found)
    return found
  }

  function follow(path: ObjectPath): HostObject | null {
    switch (path.ObjectPathType) {
      case 1:
        return root
      case 2:
        return internalService
      case 6: {
        const object = kept.byReference.get(path.Name)
        if (!object) throw new HostError('InvalidObjectPath', 'The object path is no longer valid.')
        return object
      }
      case 7:
        return null
    }
    const parent = resolve(path.ParentObjectPathId ?? 0)
    if (parent === null || parent === internalService) return parent
    const found = member(parent, path)
    if (found === null || isHostObject(found)) return found
    throw notModelled(`${parent.type}.${path.Name} as an object`)
  }

  function member(parent: HostObject, path: ObjectPath): unknown {
    if (path.ObjectPathType === 3) return invoke(parent, path.Name, argumentsOf(path.ArgumentInfo))
    if (path.ObjectPathType === 4) return read(parent, path.Name)
    if (path.ObjectPathType !== 5 || !parent.item) throw notModelled(`${parent.type} by index`)
    return parent.item(...argumentsOf(path.ArgumentInfo))
  }

  function argumentsOf(info: Arguments | undefined): readonly unknown[] {
    const references = info?.ReferencedObjectPathIds ?? []
    return (info?.Arguments ?? []).map((value, i) => {
      const reference = references[i]
      return reference ? resolve(reference) : value
    })
  }

  function invoke(object: HostObject, name: string, given: readonly unknown[]): unknown {
    const looking = object.look?.[name]
    if (looking) return looking(...given)
    const acting = object.act?.[name]
    if (!acting) throw notModelled(`${object.type}.${name}()`)
    return written(object, name, acting, given)
  }

  function assign(object: HostObject, name: string, given: readonly unknown[]): null {
    const setter = object.set?.[name]
    if (!setter) throw notModelled(`setting ${object.type}.${name}`)
    written(object, name, setter, given)
    return null
  }

  /** A write is one even if the workbook refuses it. */
  function written(object: HostObject, name: string, change: Member, given: readonly unknown[]): unknown {
    wrote({ object: object.type, member: name, ...(object.place === undefined ? {} : { place: object.place }) })
    return change(...given)
  }

  /** office.js learns the reference from what it asks about the object next. */
  function keep(object: HostObject): null {
    const reference = `kept-${String(kept.byReference.size + 1)}`
    kept.byReference.set(reference, object)
    kept.references.set(object, reference)
    return null
  }

  function identity(object: HostObject): Record<string, unknown> {
    const reference = kept.references.get(object)
    return {
      ...(object.id === undefined ? {} : { Id: object.id }),
      ...(reference === undefined ? {} : { _ReferenceId: reference }),
    }
  }

  function query(object: HostObject, info: NonNullable<Action['QueryInfo']>): Record<string, unknown> {
    const selected = info.Select ?? []
    if (object.items) {
      const skip = info.Skip ?? 0
      const items = object.items().slice(skip, info.Top === undefined ? undefined : skip + info.Top)
      const inner = selected.map((path) => path.replace(/^items\/?/i, '')).filter((path) => path !== '')
      return { _Items: items.map((item) => query(item, { Select: inner })) }
    }
    const answer = identity(object)
    for (const path of selected) {
      const [head = '', ...rest] = path.split('/')
      const name = head.charAt(0).toUpperCase() + head.slice(1)
      const value = read(object, name)
      answer[name] = isHostObject(value)
        ? { ...asRecord(answer[name]), ...query(value, { Select: [rest.join('/')] }) }
        : value
    }
    return answer
  }
}

function read(object: HostObject, name: string): unknown {
  const getter = object.get?.[name]
  if (!getter) throw notModelled(`${object.type}.${name}`)
  return getter()
}

function asRecord(value: unknown): object {
  return typeof value === 'object' && value !== null ? value : {}
}
