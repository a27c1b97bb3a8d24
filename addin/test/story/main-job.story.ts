import { afterAll, beforeAll } from 'vitest'
import { openStage, type Stage } from '../open-stage.ts'
import { departmentFillsItsForms } from './main-job/department.ts'
import { officePullsTheRanking } from './main-job/office.ts'
import { streetFillsItsForms } from './main-job/street.ts'

/** The main job: two units fill and submit in Excel, the others have reported, the office has its ranking in a workbook. */
let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

const onStage = () => stage
streetFillsItsForms(onStage)
departmentFillsItsForms(onStage)
officePullsTheRanking(onStage)
