type Cells = Readonly<Record<string, string>>

/** What a check is shown. `cells` is the matrix row, `rows` a ledger; the place is the first the check names. */
export interface Example {
  readonly name: string
  readonly then: 'passed' | 'failed' | 'undecided' | 'not-applicable'
  readonly cells?: Cells
  readonly rows?: readonly Cells[]
  readonly cellsBefore?: Cells
  readonly rowsBefore?: readonly Cells[]
  readonly targets?: Cells
  readonly suggestion?: string
}

type Given = Omit<Example, 'name' | 'then'>
const passed = (name: string, given: Given): Example => ({ name, then: 'passed', ...given })
const failed = (name: string, given: Given): Example => ({ name, then: 'failed', ...given })
const undecided = (name: string, given: Given): Example => ({ name, then: 'undecided', ...given })
const skipped = (name: string, given: Given): Example => ({ name, then: 'not-applicable', ...given })

const reported = (value: string): Given => ({ cells: { reported: value } })
const row = (...cells: Cells[]): Given => ({ rows: cells })
const project = (cells: Cells): Given => row({ name: '甲项目', ...cells })
const enclave = (cells: Cells): Given => row({ name: '甲飞地', ...cells })
const grant = (cells: Cells): Given => row({ name: '甲资金', ...cells })
const annual = (key: string, value: string, given: Given): Given => ({ ...given, targets: { [key]: value } })

const blank = (key: string): readonly Example[] => [
  passed('a figure', annual(key, '20000', reported('0'))),
  failed('an empty cell', annual(key, '20000', { cells: {} })),
  skipped('an empty cell of a unit without the task', { cells: {} }),
]
const slip = (key: string): readonly Example[] => [
  passed('a five-hundredth of the task', annual(key, '220000', reported('440'))),
  passed('zero', annual(key, '220000', reported('0'))),
  failed('22 where 220000 was meant', { ...annual(key, '220000', reported('22')), suggestion: '220000' }),
  failed('a hair under it', { ...annual(key, '220000', reported('439.99')), suggestion: '4399900' }),
  failed('22 against the task of a small unit', { ...annual(key, '12000', reported('22')), suggestion: '220000' }),
  undecided('text', annual(key, '220000', reported('22亿'))),
  skipped('a unit without the task', reported('22')),
]
const farOver = (key: string): readonly Example[] => [
  passed('ten times the task', annual(key, '2000', reported('20000'))),
  failed('a hair over ten times', annual(key, '2000', reported('20000.01'))),
  undecided('text', annual(key, '2000', reported('很多'))),
]
const equalsTarget = (key: string): readonly Example[] => [
  passed('one hundredth off the task', annual(key, '2000', reported('2000.01'))),
  failed('the task itself, written otherwise', annual(key, '2000', reported('2000.00'))),
]
const started = { stage: '开工', kind: '新建' }

/** For each check of the pack what passes and what fails, the bounds themselves among them. */
export const haizhou2019Examples: Readonly<Record<string, readonly Example[]>> = {
  'unreadable-cell': [
    passed('plain digits', reported('2000')),
    failed('full-width digits', { ...reported('２，０００'), suggestion: '2000' }),
    failed('a unit in the cell', { ...reported('2000万'), suggestion: '2000' }),
    failed('about three hundred million', { ...reported('约3亿'), suggestion: '30000' }),
    failed('words', reported('正在统计')),
    failed('a sheet error', reported('#N/A')),
    failed('a broken reference', reported('#REF!')),
    failed('an exponent', reported('1e3')),
  ],
  'investment-blank': blank('investment'),
  'tax-blank': blank('tax'),
  'investment-unit-slip': slip('investment'),
  'tax-unit-slip': slip('tax'),
  'investment-far-over': farOver('investment'),
  'tax-far-over': farOver('tax'),
  'investment-equals-target': equalsTarget('investment'),
  'tax-equals-target': equalsTarget('tax'),
  'cumulative-negative': [
    passed('zero', reported('0')),
    failed('a hair below zero', reported('-0.01')),
    undecided('text', reported('负5')),
    skipped('an empty cell', { cells: {} }),
  ],
  'cumulative-fall': [
    passed('the same figure', { ...reported('500.0'), cellsBefore: { reported: '500' } }),
    failed('a hair less', { ...reported('499.99'), cellsBefore: { reported: '500' } }),
    undecided('text', { ...reported('五百'), cellsBefore: { reported: '500' } }),
    skipped('a first report', reported('500')),
    skipped('an unreadable earlier figure', { ...reported('5'), cellsBefore: { reported: '五百' } }),
  ],
  'project-field-missing': [
    passed('all four', project({ kind: '新建', totalInvestment: '5000', stage: '储备' })),
    failed('no total', project({ kind: '新建', stage: '储备' })),
    failed('a name of spaces', row({ name: ' ', kind: '新建', totalInvestment: '5000', stage: '储备' })),
  ],
  'industry-missing': [passed('an industry', project({ industry: '新能源' })), failed('none', project({}))],
  'industry-unlisted': [
    passed('a listed industry', project({ industry: '钒钛产品' })),
    failed('another', project({ industry: '养殖' })),
    skipped('none', project({})),
  ],
  'owner-missing': [passed('an owner', project({ owner: '王某' })), failed('none', project({}))],
  'team-missing': [
    passed('a team for exactly 1000', project({ yearInvestment: '1000', team: '王某、李某' })),
    failed('none for exactly 1000', project({ yearInvestment: '1000' })),
    skipped('none a hair under 1000', project({ yearInvestment: '999.99' })),
    skipped('no investment given', project({})),
    undecided('an unreadable investment', project({ yearInvestment: '一千' })),
  ],
  'year-investment-missing': [
    passed('given', project({ stage: '开工', yearInvestment: '0' })),
    failed('not given', project({ stage: '入统' })),
    skipped('a reserve', project({ stage: '储备' })),
  ],
  'investment-negative': [
    passed('zero', project({ totalInvestment: '0' })),
    failed('below zero', project({ yearInvestment: '-1' })),
  ],
  'year-above-total': [
    passed('equal', project({ totalInvestment: '5000', yearInvestment: '5000' })),
    failed('a hair over', project({ totalInvestment: '5000', yearInvestment: '5000.01' })),
    undecided('an unreadable total', project({ totalInvestment: '5000万', yearInvestment: '1' })),
    skipped('no total', project({ yearInvestment: '1' })),
  ],
  'project-unit-slip': [
    passed('50', project({ totalInvestment: '50' })),
    failed('half a hundred million', { ...project({ totalInvestment: '0.5' }), suggestion: '5000' }),
    failed('a hair under 50', { ...project({ totalInvestment: '49.99' }), suggestion: '499900' }),
  ],
  'start-date-missing': [
    passed('given', project({ stage: '入统', startDate: '2019-03-01' })),
    failed('not given', project({ stage: '移出' })),
    skipped('signed only', project({ stage: '签约' })),
  ],
  'completion-date-missing': [
    passed('given', project({ stage: '竣工', completionDate: '2019-06-01' })),
    failed('not given', project({ stage: '竣工' })),
    skipped('not completed', project({ stage: '入统' })),
  ],
  'stage-behind-start': [
    passed('started', project({ stage: '开工', startDate: '2019-03-01' })),
    failed('a reserve with a start', project({ stage: '储备', startDate: '2019-03-01' })),
    skipped('a reserve', project({ stage: '储备' })),
  ],
  'stage-behind-completion': [
    passed('completed', project({ stage: '移出', completionDate: '2019-03-01' })),
    failed('still under way', project({ stage: '入统', completionDate: '2019-03-01' })),
    skipped('under way', project({ stage: '入统' })),
  ],
  'completion-before-start': [
    passed('the same day', project({ startDate: '2019-03-01', completionDate: '2019-03-01' })),
    failed('the day before', project({ startDate: '2019-03-01', completionDate: '2019-02-28' })),
    undecided('an impossible start', project({ startDate: '2019-02-30', completionDate: '2019-03-01' })),
    skipped('no completion', project({ startDate: '2019-03-01' })),
  ],
  'effect-before-start': [
    passed('the same day', project({ startDate: '2019-03-01', effectDate: '2019-03-01' })),
    failed('the day before', project({ startDate: '2019-03-01', effectDate: '2019-02-28' })),
  ],
  'project-date-ahead': [
    passed('the last day of the window', project({ startDate: '2019-06-15' })),
    failed('the day after', project({ startDate: '2019-06-16' })),
    failed('an effect to come', project({ effectDate: '2019-12-01' })),
    undecided('text', project({ startDate: '明天' })),
  ],
  'new-project-started-earlier': [
    passed('New Year', project({ kind: '新建', startDate: '2019-01-01' })),
    failed('the day before', project({ kind: '新建', startDate: '2018-12-31' })),
    skipped('a continued project', project({ kind: '续建', startDate: '2018-12-31' })),
  ],
  'continued-project-started-late': [
    passed('the last day of the old year', project({ kind: '续建', startDate: '2018-12-31' })),
    failed('New Year', project({ kind: '续建', startDate: '2019-01-01' })),
  ],
  'completion-before-year': [
    passed('New Year', project({ completionDate: '2019-01-01' })),
    failed('the day before', project({ completionDate: '2018-12-31' })),
  ],
  'registration-missing': [
    passed('given', project({ stage: '开工', registered: '否' })),
    failed('not given', project({ stage: '开工' })),
    skipped('a reserve', project({ stage: '储备' })),
  ],
  'stage-without-registration': [
    passed('registered', project({ stage: '入统', registered: '是' })),
    failed('not registered', project({ stage: '入统', registered: '否' })),
    skipped('another stage', project({ stage: '开工', registered: '否' })),
  ],
  'unregistered-start': [
    passed('registered at exactly 5000', project({ ...started, totalInvestment: '5000', registered: '是' })),
    failed('not registered at exactly 5000', project({ ...started, totalInvestment: '5000', registered: '否' })),
    skipped('a hair under 5000', project({ ...started, totalInvestment: '4999.99', registered: '否' })),
    undecided('an unreadable total', project({ ...started, totalInvestment: '5000万', registered: '否' })),
  ],
  'project-repeated': [
    passed(
      'same name, other start',
      row({ name: '甲', startDate: '2019-03-01' }, { name: '甲', startDate: '2019-04-01' }),
    ),
    failed(
      'same name and start',
      row({ name: '甲', startDate: '2019-03-01' }, { name: ' 甲', startDate: '2019-03-01' }),
    ),
    failed('the same reserve twice', row({ name: '甲' }, { name: '乙' }, { name: '甲' })),
    passed('two rows without a name', row({ owner: '王' }, { owner: '李' })),
  ],
  'project-dropped': [
    passed('a row renamed, known by its number', {
      rows: [{ number: 'X-1', name: '甲二期' }],
      rowsBefore: [{ number: 'X-1', name: '甲' }],
    }),
    passed('a row that got its number since', {
      rows: [{ number: 'X-1', name: '甲' }],
      rowsBefore: [{ name: '甲' }],
    }),
    failed('a row gone', { rows: [{ name: '乙' }], rowsBefore: [{ name: '甲' }, { name: '乙' }] }),
    passed('a first report', row({ name: '甲' })),
  ],
  'row-number-repeated': [
    passed('two new rows', row({ name: '甲' }, { name: '乙' })),
    failed('a copied row', row({ number: 'X-1', name: '甲' }, { number: 'X-1', name: '甲' })),
  ],
  'projects-empty': [
    passed('one row', annual('reserves', '3', project({}))),
    failed('no row', annual('reserves', '3', row())),
    failed('a blank row', annual('reserves', '3', row({ name: ' ' }))),
    skipped('no row, no task', row()),
  ],
  'enclave-field-missing': [
    passed('all five', enclave({ ownShare: '60', partnerShare: '40', amount: '100', arrivalDate: '2019-05-01' })),
    failed('no share', enclave({ partnerShare: '40', amount: '100', arrivalDate: '2019-05-01' })),
  ],
  'enclave-partner-missing': [passed('given', enclave({ partner: '甲区' })), failed('not given', enclave({}))],
  'share-negative': [
    passed('zero', enclave({ ownShare: '0', partnerShare: '100' })),
    failed('below zero', enclave({ ownShare: '110', partnerShare: '-10' })),
  ],
  'shares-off-hundred': [
    passed('thirds that add up', enclave({ ownShare: '33.34', partnerShare: '66.66' })),
    failed('thirds that do not', enclave({ ownShare: '33.33', partnerShare: '66.66' })),
    failed('fractions of one', enclave({ ownShare: '0.6', partnerShare: '0.4' })),
    undecided('text', enclave({ ownShare: '六成', partnerShare: '40' })),
    skipped('one share only', enclave({ ownShare: '60' })),
  ],
  'enclave-unit-slip': [
    passed('a five-hundredth of the task', annual('enclave', '5000', enclave({ amount: '10' }))),
    failed('0.3 for 3000', { ...annual('enclave', '5000', enclave({ amount: '0.3' })), suggestion: '3000' }),
  ],
  'enclave-repeated': [
    passed('another day', row({ name: '甲', arrivalDate: '2019-03-01' }, { name: '甲', arrivalDate: '2019-04-01' })),
    failed('the same day', row({ name: '甲', arrivalDate: '2019-03-01' }, { name: '甲', arrivalDate: '2019-03-01' })),
  ],
  'enclaves-far-over': [
    passed('ten times the task', annual('enclave', '100', row({ amount: '600' }, { amount: '400' }))),
    failed('a hair over', annual('enclave', '100', row({ amount: '600' }, { amount: '400.01' }))),
    undecided('one amount unreadable', annual('enclave', '100', row({ amount: '600' }, { amount: '四百' }))),
    skipped('no task', row({ amount: '600' })),
  ],
  'enclaves-empty': [
    passed('one row', annual('enclave', '100', enclave({}))),
    failed('no row', annual('enclave', '100', row())),
  ],
  'grant-field-missing': [
    passed('all four', grant({ documentNumber: '辽财指〔2019〕1号', amount: '100', arrivalDate: '2019-05-01' })),
    failed('no document', grant({ amount: '100', arrivalDate: '2019-05-01' })),
  ],
  'grant-source-missing': [passed('given', grant({ source: '省财政厅' })), failed('not given', grant({}))],
  'document-number-repeated': [
    passed('two documents', row({ documentNumber: '辽财指〔2019〕1号' }, { documentNumber: '辽财指〔2019〕2号' })),
    failed(
      'one document in two spellings',
      row({ documentNumber: '辽财指〔2019〕1号' }, { documentNumber: '辽财指[２０１９] 1号' }),
    ),
    passed('two rows without', row({ name: '甲' }, { name: '乙' })),
  ],
  'grant-unit-slip': [
    passed('a small grant', annual('funds', '16000', grant({ amount: '3.2' }))),
    failed('0.5 for 5000', { ...annual('funds', '16000', grant({ amount: '0.5' })), suggestion: '5000' }),
  ],
  'grants-far-over': [
    passed('ten times the task', annual('funds', '100', row({ amount: '1000' }))),
    failed('元 where 万元 is meant', annual('funds', '100', row({ amount: '500000' }))),
  ],
  'grants-empty': [
    passed('one row', annual('funds', '100', grant({}))),
    failed('no row', annual('funds', '100', row())),
  ],
  'amount-negative': [passed('zero', enclave({ amount: '0' })), failed('below zero', enclave({ amount: '-3' }))],
  'amount-fall': [
    passed('more', { rows: [{ name: '甲', amount: '20' }], rowsBefore: [{ name: '甲', amount: '10' }] }),
    failed('less', { rows: [{ name: '甲', amount: '9' }], rowsBefore: [{ name: '甲', amount: '10' }] }),
    skipped('a new row', { rows: [{ name: '乙', amount: '9' }], rowsBefore: [{ name: '甲', amount: '10' }] }),
  ],
  'arrival-before-year': [
    passed('New Year', enclave({ arrivalDate: '2019-01-01' })),
    failed('the day before', enclave({ arrivalDate: '2018-12-31' })),
  ],
  'arrival-ahead': [
    passed('the last day of the window', enclave({ arrivalDate: '2019-06-15' })),
    failed('the day after', enclave({ arrivalDate: '2019-06-16' })),
  ],
}
