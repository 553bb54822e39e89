import type { SingleRelationshipField } from 'payload'
import { label } from '../../src/lib/labels'

/** A topic where a person decides what goes out: the mix ruler stands beside it. */
export const topicField = (
  given: Pick<SingleRelationshipField, 'required' | 'index'> = {},
): SingleRelationshipField => ({
  ...given,
  name: 'topic',
  type: 'relationship',
  relationTo: 'topics',
  label: label('主题', 'Topic'),
  admin: { components: { afterInput: ['/src/admin/TopicRuler#TopicRuler'] } },
})
