export const province = {
  title: 'Điểm Cầu',
};
