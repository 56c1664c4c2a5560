// A hundred thousand awards go into a workbook without being held in memory.
using BudgetSim.Core.Quantities;
using BudgetSim.Reports.Pages;
using BudgetSim.Reports.Values;
using BudgetSim.Reports.Workbooks;
using BudgetSim.Tests;

namespace BudgetSim.Reports.Tests;

[Trait("Category", "Slow")]
public sealed class WorkbookSizeTests
{
    [Fact]
    public void HundredThousandAwards_AreWrittenInBoundedMemory()
    {
        var columns = Enumerable.Range(0, 10)
            .Select(i => new Column("c" + i, Text.Same("c" + i), i < 4 ? ColumnKind.Text : ColumnKind.Yuan))
            .ToList();
        var table = new ReportTable("awards", new Text("奖补明细", "Awards"), columns, new MadeRows(100_000)) { Unit = MoneyUnit.Yuan };
        var report = new Report("awards-report", Text.Same("r"), [new ReportSection("s", Text.Same("s")) { Tables = [table] }]);
        using var folder = new TemporaryFolder();
        var path = folder["report.xlsx"];
        long most = 0;
        using (var file = new WatchedStream(File.Create(path), () => most = Math.Max(most, GC.GetTotalMemory(false))))
            Workbook.Write(report, Language.Zh, [], file);
        var size = new FileInfo(path).Length;
        Assert.InRange(size, 1_000_000, 60_000_000);
        Assert.InRange(most, 1, 200_000_000);
    }

    // Rows that exist only while they are asked for.
    private sealed class MadeRows(int count) : IReadOnlyList<IReadOnlyList<Cell>>
    {
        public int Count => count;

        public IReadOnlyList<Cell> this[int index] =>
            Enumerable.Range(0, 10).Select(i => i < 4 ? Cell.Of($"企业 {index} / {i}") : Cell.Of(new Money((index * 100L) + i))).ToList();

        public IEnumerator<IReadOnlyList<Cell>> GetEnumerator() => Enumerable.Range(0, count).Select(i => this[i]).GetEnumerator();

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }

    private sealed class WatchedStream(Stream inner, Action written) : Stream
    {
        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => inner.Length;

        public override long Position
        {
            get => inner.Position;
            set => throw new NotSupportedException();
        }

        public override void Flush() => inner.Flush();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count)
        {
            inner.Write(buffer, offset, count);
            written();
        }

        protected override void Dispose(bool disposing)
        {
            inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
