/** One operation in words: under which heading, what it does, and what it answers with if that is not JSON. */
export interface Operation {
  readonly tag: string
  readonly summary: string
  readonly answers?: string
  readonly status?: 200 | 201
  /** Text and file fields of a multipart body, where the operation takes one. */
  readonly takes?: { readonly files: string; readonly texts?: readonly string[] }
}

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Every operation of the API, by its key in the route table; contract.test.ts fails while one is missing or gone. */
export const operations: Readonly<Record<string, Operation>> = {
  'GET /livez': { tag: '运行', summary: '服务是否在运行' },
  'GET /api/v1/openapi.json': { tag: '运行', summary: '本文档（OpenAPI 3.1）' },
  'POST /api/v1/auth/sign-in/username': { tag: '账号', summary: '用户名和密码登录，得到令牌' },
  'POST /api/v1/auth/sign-out': { tag: '账号', summary: '退出登录，令牌随即失效' },
  'GET /api/v1/me': { tag: '账号', summary: '当前账号、服务时间、各期次及其状态' },
  'GET /api/v1/pack': { tag: '规则', summary: '现行规则包及其指纹' },
  'GET /api/v1/units': { tag: '规则', summary: '责任单位名册' },
  'GET /api/v1/forms': { tag: '表', summary: '五张正式表' },
  'GET /api/v1/forms/:form/workbook': { tag: '表', summary: '表的工作簿：填报员得本单位的一份', answers: xlsx },
  'GET /api/v1/forms/:form/grid': { tag: '表', summary: '表的格子，供填报台绘制' },
  'GET /api/v1/standing': { tag: '报送', summary: '本单位：任务、已报、退回及理由、核定情况' },
  'POST /api/v1/submissions': { tag: '报送', summary: '报送一张表，得到回执；同一编号重发得同一回执', status: 201 },
  'GET /api/v1/receipts/:number': { tag: '报送', summary: '再取一份回执' },
  'GET /api/v1/history': { tag: '报送', summary: '本单位历次报送，最近的在前' },
  'GET /api/v1/history/:form': { tag: '报送', summary: '一个单元格的历次填报、说明和核定' },
  'GET /api/v1/intake': { tag: '来件导入', summary: '本账号导入、尚未过期的各批来件' },
  'POST /api/v1/intake': {
    tag: '来件导入',
    summary: '导入一份或多份工作簿（.xlsx、.xls），只校验、不报送',
    status: 201,
    takes: { files: 'files', texts: ['window'] },
  },
  'GET /api/v1/intake/:batch': { tag: '来件导入', summary: '一批来件：逐格说明会如何处理' },
  'POST /api/v1/intake/:batch/entries/:entry': { tag: '来件导入', summary: '指明一份来件是哪个单位的' },
  'POST /api/v1/intake/:batch/acceptance': { tag: '来件导入', summary: '接收选定的来件，与在表中报送相同' },
  'GET /api/v1/intake/:batch/list': { tag: '来件导入', summary: '来件问题清单', answers: 'text/csv' },
  'GET /api/v1/verifications': { tag: '核定', summary: '本单位负责核定的报送和需提供的数据' },
  'POST /api/v1/verifications': { tag: '核定', summary: '对一份报送逐项认可、核减或退回' },
  'POST /api/v1/verifications/supplies': { tag: '核定', summary: '提供由本单位掌握的数据（固定资产投资）' },
  'GET /api/v1/verifications/disputes': { tag: '核定', summary: '两个单位意见不一的指标' },
  'GET /api/v1/projects': { tag: '项目库', summary: '项目库：填报员只见本单位的项目' },
  'GET /api/v1/projects/lists': { tag: '项目库', summary: '竣工未移出、待入库、闲置储备、未经储备、去向不明、转化率' },
  'GET /api/v1/projects/:project': { tag: '项目库', summary: '一个项目及其历次报送、核定和办理' },
  'POST /api/v1/projects/:project/admission': { tag: '项目库', summary: '准予入库，或不予入库' },
  'POST /api/v1/projects/:project/removal': { tag: '项目库', summary: '移出已核定竣工的项目；仍计入完成数' },
  'GET /api/v1/registrations': { tag: '项目库', summary: '入统名录，及与项目库的双向对账' },
  'POST /api/v1/registrations': { tag: '项目库', summary: '统计局录入入统名录；相同的行不重复' },
  'POST /api/v1/registrations/:code/match': { tag: '项目库', summary: '确认名录一行与一个项目是否同一个' },
  'GET /api/v1/verifications/history': { tag: '核定', summary: '一个单位一张表历次的核定结论' },
  'GET /api/v1/rankings': { tag: '排名与测算', summary: '某一期次、某一组的暂定排名' },
  'GET /api/v1/runs': { tag: '排名与测算', summary: '各次测算；未公布的只有办公室可见' },
  'POST /api/v1/runs': { tag: '排名与测算', summary: '按某一期次冻结数据，作一次测算', status: 201 },
  'GET /api/v1/runs/:run': { tag: '排名与测算', summary: '一次测算：排名、得分、奖项、预算' },
  'GET /api/v1/runs/:run/rankings/:pool': {
    tag: '排名与测算',
    summary: '一个组的排名，按页；after 为上一页最后一行的位置',
  },
  'GET /api/v1/runs/:run/tables/:table': {
    tag: '排名与测算',
    summary: '测算中的一张表：ranking-组、awards、figures、shortfalls、reports',
    answers: 'text/csv',
  },
  'GET /api/v1/runs/:run/workbook': { tag: '排名与测算', summary: '测算结果的工作簿', answers: xlsx },
  'GET /api/v1/runs/:run/reexecution': { tag: '排名与测算', summary: '按存档重算一遍，并比对指纹' },
  'POST /api/v1/runs/:run/awards/:award': { tag: '排名与测算', summary: '裁定一个奖项的名额和末位并列' },
  'POST /api/v1/runs/:run/signature': { tag: '排名与测算', summary: '签发' },
  'POST /api/v1/runs/:run/publication': { tag: '排名与测算', summary: '公布' },
  'GET /api/v1/windows': { tag: '期次', summary: '各期次及其锁定、补报' },
  'POST /api/v1/windows/:window/lock': { tag: '期次', summary: '锁定期次，或解除锁定' },
  'POST /api/v1/windows/:window/reopenings': {
    tag: '期次',
    summary: '准许若干单位补报若干表，到期自止',
    status: 201,
  },
  'GET /api/v1/board': { tag: '期次', summary: '上报情况：齐全、时限、核定进度' },
  'GET /api/v1/findings': { tag: '认定', summary: '认定及单位答复；填报员只见本单位的' },
  'POST /api/v1/findings': { tag: '认定', summary: '记录一项认定（一票否决事项）', status: 201 },
  'POST /api/v1/findings/:finding/reply': { tag: '认定', summary: '单位答复' },
  'POST /api/v1/findings/:finding/lifting': { tag: '认定', summary: '撤销认定' },
  'GET /api/v1/targets': { tag: '任务', summary: '历次下达的任务，以及现行的一次' },
  'GET /api/v1/targets/:issue': { tag: '任务', summary: '一次下达：各单位任务数，与全区任务的对账' },
  'GET /api/v1/targets/:issue/differences': { tag: '任务', summary: '两次下达之间的差异' },
  'GET /api/v1/targets/:issue/table': { tag: '任务', summary: '一次下达的任务表', answers: 'text/csv' },
  'GET /api/v1/target-drafts': { tag: '任务', summary: '任务草案' },
  'GET /api/v1/target-drafts/:draft': { tag: '任务', summary: '一份任务草案及对账' },
  'POST /api/v1/target-drafts': { tag: '任务', summary: '起草任务', status: 201 },
  'POST /api/v1/target-drafts/:draft/approval': { tag: '任务', summary: '审议通过：审议人、会议纪要、日期' },
  'POST /api/v1/target-drafts/:draft/issue': { tag: '任务', summary: '下达：文号、生效日期', status: 201 },
  'POST /api/v1/target-drafts/:draft/withdrawal': { tag: '任务', summary: '撤回草案' },
  'GET /api/v1/audit': { tag: '运行', summary: '日志：谁、何时、由何改为何、为何' },
}
