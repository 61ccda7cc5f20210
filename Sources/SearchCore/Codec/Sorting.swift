/// The numbers from 0 on in another order; those of which neither is before the other stay as they are.
///
/// Sorting numbers instead of what they stand for needs one function where the standard library has one for
/// each type, which would make up a tenth of the browser's engine.
@inline(never)
func sortedNumbers(_ count: Int, by isBefore: (Int, Int) -> Bool) -> [Int] {
  var numbers: [Int] = []
  for number in 0..<count { numbers.append(number) }
  var merged = numbers
  var width = 1
  while width < count {
    var start = 0
    while start < count {
      let middle = min(start + width, count)
      let end = min(middle + width, count)
      var (left, right) = (start, middle)
      for place in start..<end {
        let takesRight = left == middle || (right < end && isBefore(numbers[right], numbers[left]))
        merged[place] = numbers[takesRight ? right : left]
        if takesRight { right += 1 } else { left += 1 }
      }
      start = end
    }
    swap(&numbers, &merged)
    width *= 2
  }
  return numbers
}
