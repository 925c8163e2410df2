export const report = {
  title: 'Điểm Cầu',
};
