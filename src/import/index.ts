/** Real content in: statutes as addressable articles, published cases as drafts. */
export { importCases, type CaseReport } from './cases'
export type { Rejected } from './files'
export { importLaws, statuteSlug, type LawReport } from './laws'
