import type { GlobalConfig } from 'payload'
import { signalKindLabels, signalKinds, signalWeights } from '../campaigns/pooling'
import { label } from '../src/lib/labels'
import { only, staff } from './access'
import { loggedGlobal } from './hooks/logged'

/** How much each source of demand counts. Anybody on the staff may see it; every change is on record. */
export const demandWeights: GlobalConfig = {
  slug: 'demand-weights',
  label: label('需求权重', 'Weights of demand'),
  admin: {
    hideAPIURL: true,
    group: label('设置', 'Settings'),
    description: label(
      '各种来源各算几分。只比大小，加起来不必等于 1；没有数的来源自动不算。每次改动都有记录。',
      'How much each source counts. Only their ratio matters; a source without counts is left out. Every change is logged.',
    ),
  },
  access: { read: staff, update: only('manager') },
  hooks: { afterChange: [loggedGlobal('weights', signalKinds)] },
  fields: signalKinds.map((kind) => ({
    name: kind,
    type: 'number',
    min: 0,
    max: 1,
    required: true,
    defaultValue: signalWeights[kind],
    admin: { step: 0.05 },
    label: signalKindLabels[kind],
  })),
}
