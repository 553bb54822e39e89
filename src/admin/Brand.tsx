/** The word alone; the sign-in page says what it is for. */
export const Logo = () => (
  <div className="mb-logo">
    <strong>明白</strong>
    <span>法治宣传 · 说人话，办得成</span>
  </div>
)
export const Icon = () => <strong className="mb-icon">明</strong>
