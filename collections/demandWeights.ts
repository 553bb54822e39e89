import type { Field, GlobalConfig } from 'payload'
import { signalKindLabels, signalKinds, signalWeights } from '../campaigns/pooling'
import { EXPLORE } from '../campaigns/lifecycle'
import { label } from '../src/lib/labels'
import { only, staff } from './access'
import { loggedGlobal } from './hooks/logged'

const weights = signalKinds.map((kind): Field => ({
  name: kind,
  type: 'number',
  min: 0,
  max: 1,
  required: true,
  defaultValue: signalWeights[kind],
  admin: { step: 0.05 },
  label: signalKindLabels[kind],
}))

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
  hooks: { afterChange: [loggedGlobal('weights', [...signalKinds, 'explore'])] },
  fields: [
    ...weights,
    {
      name: 'explore',
      type: 'number',
      min: 0,
      max: 0.2,
      defaultValue: EXPLORE,
      admin: {
        step: 0.01,
        description: label(
          '每次排期留出这一份随机挑，好知道大家到底爱看什么，免得越排越窄。0.05 就是每 20 条留 1 条；最多 0.2；写 0 就不留，但看完率也就不能再当需求算。',
          'This part of every plan is picked by chance, to learn what people really like. 0.05 is 1 in 20; 0.2 at most; 0 turns it off, and then completion no longer counts as demand.',
        ),
      },
      label: label('试一试的份额', 'Share left to chance'),
    },
  ],
}
