export const Logo = () => <strong style={{ fontSize: '2rem', letterSpacing: '0.2em' }}>明白</strong>
export const Icon = () => <strong>明</strong>
