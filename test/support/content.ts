import { existsSync } from 'node:fs'
import path from 'node:path'

/** Real statutes and cases, outside the project. Tests that need them say so when they are not at hand. */
export const contentDir = path.resolve(process.env.MINGBAI_CONTENT ?? '../shared/content')
export const hasContent = existsSync(path.join(contentDir, 'laws')) && existsSync(path.join(contentDir, 'cases'))
export const lawsDir = path.join(contentDir, 'laws')
export const casesDir = path.join(contentDir, 'cases')
export const NO_CONTENT = 'the real statutes and cases are not at hand (MINGBAI_CONTENT)'
