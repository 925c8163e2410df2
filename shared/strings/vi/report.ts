/** Words of the province's command line and of its imports. */
export const report = {
  hubName: 'Điểm cầu trung tâm',
  importing: {
    columns: 'thiếu cột “{{name}}” trong dòng tiêu đề',
    cells: 'số ô không khớp dòng tiêu đề',
    field: 'cột “{{name}}” để trống hoặc không hợp lệ: “{{value}}”',
    duplicate: 'trùng với dòng {{first}}',
    unknownPoint: 'không có điểm cầu mã “{{value}}”',
    unknownPerson: 'danh sách của điểm cầu không có “{{value}}”',
    severalPeople: 'có nhiều người tên “{{value}}”: hãy ghi mã của người đó',
    unreadable: 'tệp không phải CSV (UTF-8) hay XLSX',
  },
};
