import type { CollectionConfig } from 'payload'
import { label } from '../src/lib/labels'
import { nobody, ownOffice, staffOr } from './access'
import { officeField } from './fields/office'
import { topicField } from './fields/topic'

/** What residents ask on `/ask`: no name, no telephone, no address. The public form is the site's; the API creates nothing. */
export const questions: CollectionConfig = {
  slug: 'questions',
  labels: { singular: label('居民提问', 'Question'), plural: label('居民提问', 'Questions') },
  admin: {
    useAsTitle: 'text',
    defaultColumns: ['text', 'topic', 'state', 'createdAt'],
    group: label('问答', 'Questions'),
  },
  access: {
    read: staffOr({ state: { equals: 'published' } }),
    create: nobody,
    update: ownOffice('editor', 'publisher', 'reviewer'),
    delete: ownOffice('publisher'),
  },
  fields: [
    { name: 'text', type: 'textarea', required: true, maxLength: 300, label: label('问题', 'Question') },
    { name: 'segment', type: 'relationship', relationTo: 'segments', label: label('人群', 'Segment') },
    topicField({ index: true }),
    {
      name: 'state',
      type: 'select',
      defaultValue: 'new',
      index: true,
      label: label('状态', 'State'),
      options: [
        { value: 'new', label: label('待答复', 'New') },
        { value: 'answered', label: label('已答复，不公开', 'Answered, not public') },
        { value: 'published', label: label('已答复并公开', 'Answered and public') },
        { value: 'rejected', label: label('无效', 'Rejected') },
      ],
    },
    { name: 'answer', type: 'textarea', label: label('答复', 'Answer') },
    {
      name: 'item',
      type: 'relationship',
      relationTo: ['articles', 'videos'],
      label: label('可以看这篇', 'See this item'),
    },
    officeField,
  ],
}
