import { walkThePane } from '../walk/walk-pane.ts'
import { eachStateOf } from './each-state.ts'

eachStateOf('the pane', {
  walk: walkThePane,
  states: 18,
  size: { width: 400, height: 900 },
  // The narrowest that Excel makes it; and what a pane of 640 is at 200 %.
  narrow: { width: 320, height: 600 },
})
