import { walkTheDesks } from '../walk/walk-desks.ts'
import { desktop, halfDesktop } from '../walk/walk.ts'
import { eachStateOf } from './each-state.ts'

eachStateOf('the desks', { walk: walkTheDesks, states: 30, size: desktop, narrow: halfDesktop })
