// Streams the cells of one sheet.
using System.Xml;
using BudgetSim.Core.Diagnostics;
using BudgetSim.Scenarios.Files.Trees;

namespace BudgetSim.Scenarios.Files.Tables;

/// <summary>One pass over one sheet; used once.</summary>
internal sealed class WorkbookRows(string file, XmlReader reader, IReadOnlyList<string> texts, IReadOnlyList<bool> dates, bool from1904)
{
    private readonly List<Diagnostic> _faults = [];
    private readonly List<Cell[]> _rows = [];
    private readonly List<Cell> _row = [];
    private int _rowNumber;
    private int _column;
    private long _cells;

    /// <summary>The faults found in cells, at most fifty.</summary>
    public IEnumerable<Diagnostic> Faults => _faults.Take(TreeFaults.MostFaults);

    /// <summary>All rows that have a cell with a value, each filled from the first column.</summary>
    public List<Cell[]> Read()
    {
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.EndElement && reader.LocalName == "row") EndRow();
            if (reader.NodeType != XmlNodeType.Element) continue;
            if (reader.LocalName == "row") BeginRow();
            else if (reader.LocalName == "c") ReadCell();
            else if (reader.LocalName == "mergeCell") NoteMerged(reader.GetAttribute("ref") ?? "");
        }

        return _rows;
    }

    private void BeginRow()
    {
        _rowNumber = int.TryParse(reader.GetAttribute("r"), out var number) && number is > 0 and <= 1_048_576 ? number : _rowNumber + 1;
        _column = 0;
    }

    private void EndRow()
    {
        if (_row.Count > 0) _rows.Add([.. _row]);
        _row.Clear();
    }

    private void ReadCell()
    {
        var (type, style) = (reader.GetAttribute("t"), reader.GetAttribute("s"));
        _column = CellName.TryParse(reader.GetAttribute("r"), out _, out var named) && named > _row.Count
            ? named
            : Math.Max(_column, _row.Count) + 1;
        if (_column > TableShape.MostColumns) throw new InvalidDataException();
        var (value, isFormula) = ReadValue();
        var where = new Place(file, _rowNumber, _column);
        if (value.Length == 0)
        {
            if (isFormula && type != "str") _faults.Add(WorkbookFaults.NoStoredValue(where, CellName.Of(_rowNumber, _column)));
            return;
        }

        Add(type == "e" ? ErrorCell(where, value) : CellOf(where, type, style, value));
    }

    // The cell's stored text, and whether it is computed; leaves the reader at the cell's end.
    private (string Value, bool IsFormula) ReadValue()
    {
        if (reader.IsEmptyElement) return ("", false);
        var (depth, value, isFormula, inValue) = (reader.Depth, "", false, false);
        while (reader.Read() && reader.Depth > depth)
        {
            if (reader.LocalName == "is" && reader.NodeType == XmlNodeType.Element) value = WorkbookTexts.Text(reader);
            else if (reader.LocalName == "f") isFormula = true;
            else if (reader.LocalName == "v") inValue = reader.NodeType == XmlNodeType.Element && !reader.IsEmptyElement;
            else if (inValue && reader.NodeType != XmlNodeType.EndElement) value += reader.Value;
        }

        return (value, isFormula);
    }

    private Cell CellOf(Place where, string? type, string? style, string value) => type switch
    {
        "s" =>
            new Cell(
                int.TryParse(value, out var index) && index >= 0 && index < texts.Count ? texts[index] : throw new InvalidDataException(),
                CellKind.Text,
                where),
        "b" => new Cell(value == "1" ? "true" : "false", CellKind.Truth, where),
        "d" => new Cell(value.Split('T')[0], CellKind.Date, where),
        "str" or "inlineStr" => new Cell(value, CellKind.Text, where),
        _ =>
            WorkbookNumbers.CellOf(
                where, value, int.TryParse(style, out var format) && format >= 0 && format < dates.Count && dates[format], from1904),
    };

    private Cell ErrorCell(Place where, string error)
    {
        _faults.Add(WorkbookFaults.ErrorValue(where, CellName.Of(where.Line, where.Column), error));
        return new Cell("", CellKind.Text, where);
    }

    private void Add(Cell cell)
    {
        while (_row.Count < _column - 1) _row.Add(new Cell("", CellKind.Text, cell.Where with { Column = _row.Count + 1 }));
        _row.Add(cell);
        _cells += _row.Count == 1 ? cell.Where.Column : 1;
        if (_cells > TableShape.MostCells) throw new UnpackingTooMuchException();
    }

    private void NoteMerged(string range)
    {
        if (CellName.TryParse(range.Split(':')[0], out var row, out var column) && _rows.Count > 1 && row > _rows[0][0].Where.Line)
            _faults.Add(WorkbookFaults.MergedCells(new Place(file, row, column), range));
    }
}
