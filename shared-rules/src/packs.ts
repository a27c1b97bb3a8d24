/** The part that reads a pack: without what scores by it, which is as much again to load. */
export { faultsOf, type Fault } from './pack/fault.ts'
export { parsePack, type ParsedPack } from './pack/pack.ts'
