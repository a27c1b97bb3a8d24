import { walkTheWorkbench } from '../walk/walk-workbench.ts'
import { desktop, halfDesktop } from '../walk/walk.ts'
import { eachStateOf } from './each-state.ts'

eachStateOf('the workbench', { walk: walkTheWorkbench, states: 5, size: desktop, narrow: halfDesktop })
