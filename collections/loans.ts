import type { CollectionConfig } from 'payload'
import { label } from '../src/lib/labels'
import { nobody, staff } from './access'

/**
 * One office borrows one item of another for a topic it lacks: an article as a draft of its own, a film to add a dub
 * and subtitles to. Written by the staff's actions only, which look at the offices.
 */
export const loans: CollectionConfig = {
  slug: 'loans',
  labels: { singular: label('借用', 'Loan'), plural: label('借用', 'Loans') },
  defaultSort: '-createdAt',
  admin: {
    useAsTitle: 'itemKey',
    defaultColumns: ['item', 'lender', 'office', 'variety', 'createdAt'],
    group: label('内容', 'Content'),
    hideAPIURL: true,
  },
  access: { read: staff, create: nobody, update: nobody, delete: nobody },
  fields: [
    /** Item and borrowing office in one: an office borrows an item once. */
    { name: 'key', type: 'text', required: true, unique: true, index: true, admin: { hidden: true } },
    {
      name: 'item',
      type: 'relationship',
      relationTo: ['articles', 'videos'],
      required: true,
      label: label('内容', 'Item'),
    },
    { name: 'itemKey', type: 'text', required: true, index: true, admin: { hidden: true } },
    { name: 'lender', type: 'relationship', relationTo: 'offices', index: true, label: label('借出', 'Lent by') },
    {
      name: 'office',
      type: 'relationship',
      relationTo: 'offices',
      required: true,
      index: true,
      label: label('借用', 'Borrowed by'),
    },
    { name: 'topic', type: 'relationship', relationTo: 'topics', label: label('主题', 'Topic') },
    { name: 'segment', type: 'relationship', relationTo: 'segments', label: label('人群', 'Segment') },
    {
      name: 'variety',
      type: 'relationship',
      relationTo: 'varieties',
      label: label('想要的语种', 'Variety wished for'),
    },
    { name: 'form', type: 'text', admin: { hidden: true } },
    { name: 'by', type: 'relationship', relationTo: 'users', label: label('谁借的', 'By') },
    /** The draft that was filled from an article. */
    { name: 'draft', type: 'relationship', relationTo: 'articles', index: true, label: label('本所的草稿', 'Draft') },
    /** The approved version of the original that the borrower last saw. */
    { name: 'seenHash', type: 'text', admin: { hidden: true } },
  ],
}
