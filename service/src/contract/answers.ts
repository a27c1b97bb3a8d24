import type { z } from 'zod'
import { accountAnswers } from '../accounts/answers.ts'
import { auditAnswers } from '../audit/answers.ts'
import { boardAnswers } from '../board/answers.ts'
import { evidenceAnswers } from '../evidence/answers.ts'
import { findingAnswers } from '../findings/answers.ts'
import { formAnswers } from '../forms/answers.ts'
import { historyAnswers } from '../history/answers.ts'
import { intakeAnswers } from '../intake/answers.ts'
import { judgingAnswers } from '../judging/answers.ts'
import { objectionAnswers } from '../objections/answers.ts'
import { operationAnswers } from '../operations/answers.ts'
import { projectAnswers } from '../projects/answers.ts'
import { rankingAnswers } from '../rankings/answers.ts'
import { rectificationAnswers } from '../rectifications/answers.ts'
import { registerAnswers } from '../register/answers.ts'
import { registrationAnswers } from '../registrations/answers.ts'
import { reportAnswers } from '../reports/answers.ts'
import { runAnswers } from '../runs/answers.ts'
import { standingAnswers } from '../standing/answers.ts'
import { targetAnswers } from '../targets/answers.ts'
import { templateAnswers } from '../templates/answers.ts'
import { unitAnswers } from '../units/answers.ts'
import { verificationAnswers } from '../verification/answers.ts'
import { windowAnswers } from '../windows/answers.ts'

/**
 * What each operation answers with, where that is JSON, by its key in the route table. Nothing is checked by it while the service
 * runs: the compiler compares each schema with what its route returns (answers.typetest.ts), and every answer that any test of the
 * service receives is held against it, to the last name (testing/harness.ts).
 */
export const answersByKey = {
  ...operationAnswers,
  ...accountAnswers,
  ...registerAnswers,
  ...unitAnswers,
  ...formAnswers,
  ...standingAnswers,
  ...reportAnswers,
  ...historyAnswers,
  ...intakeAnswers,
  ...templateAnswers,
  ...verificationAnswers,
  ...evidenceAnswers,
  ...objectionAnswers,
  ...projectAnswers,
  ...registrationAnswers,
  ...rankingAnswers,
  ...runAnswers,
  ...windowAnswers,
  ...boardAnswers,
  ...findingAnswers,
  ...targetAnswers,
  ...judgingAnswers,
  ...rectificationAnswers,
  ...auditAnswers,
}

export const answers: Readonly<Record<string, z.ZodType>> = answersByKey
