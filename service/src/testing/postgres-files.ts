import { afterAll, afterEach, beforeEach } from 'vitest'
import { dropAllStores, dropOpenedStores, keepOpenedStores } from './stores.ts'

// Before every test file of the project `postgres`: no test leaves its database behind, or two hundred would fill the disk.
beforeEach(keepOpenedStores)
afterEach(dropOpenedStores)
afterAll(dropAllStores)
