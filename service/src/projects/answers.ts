import { z } from 'zod'
import { projectEventSchema } from './history.ts'
import { libraryListsSchema } from './lists.ts'
import { libraryProjectSchema } from './project.ts'

const project = z.strictObject({ project: libraryProjectSchema })

export const projectAnswers = {
  'GET /api/v1/projects': z.strictObject({ projects: z.array(libraryProjectSchema) }),
  'GET /api/v1/projects/lists': libraryListsSchema,
  'GET /api/v1/projects/:project': project.extend({ history: z.array(projectEventSchema) }),
  'POST /api/v1/projects/:project/admission': project,
  'POST /api/v1/projects/:project/removal': project,
}
