/** Colours that read well in a dark window, on light pages and on dark ones. */
export const theme = {
  background: '#161b22',
  bar: '#21262d',
  border: '#3d444d',
  title: '#9198a1',
  text: '#e6edf3',
  buttons: ['#ff5f57', '#febc2e', '#28c840'],
  // The sixteen colours of a terminal: black to white, then their bright kin.
  palette: [
    '#484f58',
    '#ff7b72',
    '#3fb950',
    '#d29922',
    '#58a6ff',
    '#bc8cff',
    '#39c5cf',
    '#b1bac4',
    '#6e7681',
    '#ffa198',
    '#56d364',
    '#e3b341',
    '#79c0ff',
    '#d2a8ff',
    '#56d4dd',
    '#f0f6fc',
  ],
};
