import type { DefaultServerCellComponentProps } from 'payload'
import { reviewStageLabels, type ReviewStage } from '../../collections/workflow/lifecycle'
import { languageOf } from './say'

/** Where an item stands, in the list: a reviewer works from there. What waits for a decision stands out. */
export function StageCell({ rowData, i18n }: DefaultServerCellComponentProps) {
  const stage = ((rowData as { review?: { stage?: ReviewStage | null } }).review?.stage ?? 'draft') as ReviewStage
  return <span className={`mb-stage is-${stage}`}>{reviewStageLabels[stage][languageOf(i18n.language)]}</span>
}
